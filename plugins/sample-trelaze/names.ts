import type { Dice } from "./dice.ts";

const women =
  "Amina, Fatoumata, Nadia, Samira, Leïla, Khadija, Aïcha, Mariam, Awa, Rokia, Zeynep, Elif, Oksana, Iryna, Ana, Inês, Mihaela, Elena, Teuta, Arjeta, Nino, Anahit, Thi Lan, Sunita, Rania, Yasmine, Chloé, Manon, Camille, Julie, Marine, Aurélie, Céline, Sandrine, Valérie, Nathalie, Isabelle, Corinne, Patricia, Brigitte, Lucie, Emma, Océane, Laura, Pauline, Charlotte, Émilie, Mélanie, Stéphanie, Karine, Delphine, Séverine, Virginie, Christelle, Sophie, Élodie, Marion, Anaïs, Justine, Clara".split(
    ", ",
  );
const men =
  "Mohamed, Karim, Rachid, Yacine, Ibrahima, Mamadou, Ousmane, Sekou, Abdoulaye, Moussa, Emre, Mehmet, Andriy, Dmytro, João, Tiago, Ionut, Bogdan, Besnik, Giorgi, Hayk, Van Minh, Rajesh, Tarek, Bilal, Sofiane, Farid, Hamza, Théo, Lucas, Hugo, Maxime, Antoine, Nicolas, Julien, Sébastien, Christophe, Stéphane, Laurent, Philippe, Thierry, Patrick, Alexandre, Kévin, Jérémy, Romain, Florian, Quentin, Benjamin, Guillaume, Mathieu, Damien, Cédric, Olivier, Fabrice, Bruno, Didier, Franck, Dylan, Enzo".split(
    ", ",
  );
const families =
  "Abdallah, Aubry, Bakayoko, Balde, Barbot, Belhadj, Benali, Berthelot, Besnard, Boisseau, Bouchet, Bouzid, Brossard, Cailleau, Camara, Carvalho, Chaillou, Chevalier, Cissé, Coulibaly, Courant, Da Silva, Davy, Delaunay, Demir, Diallo, Diarra, Dos Santos, Drouet, Dubreuil, Dumitru, Fofana, Fournier, Gaborit, Galland, Gashi, Gaudin, Gautier, Gharbi, Girard, Godard, Grigoryan, Guérin, Haddad, Hamon, Hervé, Hoxha, Hubert, Ionescu, Joubert, Kaya, Kébé, Keïta, Konaté, Kovalenko, Lambert, Landais, Lebreton, Lefort, Lemaître, Leroux, Lopes, Mahé, Maillard, Mansour, Marchand, Martineau, Mendes, Ménard, Mercier, Meunier, Moreau, Nguyen, Niang, Oger, Öztürk, Pasquier, Pelletier, Perrault, Petit, Pham, Pineau, Poirier, Popescu, Prévost, Rahmani, Renard, Ribeiro, Richou, Robin, Rousseau, Roy, Saïdi, Sanogo, Sarr, Sauvage, Sharma, Shevchenko, Simon, Sow, Sylla, Tessier, Thibault, Touré, Traoré, Tremblay, Vallée, Verger, Viaud, Yildiz, Zerrouki, Zouari".split(
    ", ",
  );

interface Name {
  readonly civility: "mrs" | "mr";
  readonly firstName: string;
  readonly lastName: string;
}

/** Invented names, no two alike. */
export class Names {
  readonly #dice: Dice;
  readonly #given = new Set<string>();

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  next(): Name {
    for (;;) {
      const civility = this.#dice.chance(0.53) ? "mrs" : "mr";
      const firstName = this.#dice.pick(civility === "mrs" ? women : men);
      const lastName = this.#dice.pick(families);
      const full = `${firstName} ${lastName}`;
      if (this.#given.has(full)) continue;
      this.#given.add(full);
      return { civility, firstName, lastName };
    }
  }

  /** A family name, for the usage name of someone who took another. */
  family(): string {
    return this.#dice.pick(families);
  }
}

/** The text without accents, spaces and capitals, as addresses of the net are written. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();
}
