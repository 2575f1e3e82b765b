import express from "express";

/** Answers every POST with the JSON of its second argument, on the port of its first: what Express alone costs. */
const [port, answer = "null"] = process.argv.slice(2);
const said: unknown = JSON.parse(answer);
const app = express();
app.use(express.json());
app.post("/", (_request, response) => {
  response.json(said);
});
app.listen(Number(port), "127.0.0.1", () => console.log("listening"));
