/**
 * Where communes are: INSEE code, latitude and longitude of their centre, to about a kilometre, for Trélazé and the
 * places from which people come to work there. Other towns add theirs in the plugin's settings.
 */
const centres: readonly (readonly [code: string, latitude: number, longitude: number])[] = [
  ["49353", 47.445, -0.464], // Trélazé
  ["49007", 47.474, -0.554], // Angers
  ["49246", 47.423, -0.524], // Les Ponts-de-Cé
  ["49015", 47.507, -0.588], // Avrillé
  ["49267", 47.468, -0.497], // Saint-Barthélemy-d'Anjou
  ["49020", 47.474, -0.633], // Beaucouzé
  ["49035", 47.421, -0.609], // Bouchemaine
  ["49129", 47.532, -0.53], // Écouflant
  ["49323", 47.507, -0.468], // Verrières-en-Anjou
  ["49307", 47.443, -0.335], // Loire-Authion
  ["49223", 47.399, -0.541], // Mûrs-Erigné
  ["49278", 47.424, -0.556], // Sainte-Gemmes-sur-Loire
  ["49167", 47.392, -0.513], // Les Garennes sur Loire
  ["49050", 47.355, -0.449], // Brissac Loire Aubance
  ["49200", 47.556, -0.677], // Longuenée-en-Anjou
  ["49214", 47.542, -0.613], // Montreuil-Juigné
  ["49055", 47.537, -0.569], // Cantenay-Épinard
  ["49294", 47.484, -0.679], // Saint-Lambert-la-Potherie
  ["49329", 47.382, -0.657], // Savennières
  ["49377", 47.561, -0.423], // Rives-du-Loir-en-Anjou
  ["49326", 47.502, -0.385], // Sarrigné
  ["49241", 47.497, -0.428], // Le Plessis-Grammoire
  ["49338", 47.363, -0.524], // Soulaines-sur-Aubance
  ["49048", 47.565, -0.507], // Briollay
  ["49135", 47.572, -0.593], // Feneu
  ["49120", 47.379, -0.607], // Denée
  ["49259", 47.36, -0.656], // Rochefort-sur-Loire
  ["49283", 47.408, -0.761], // Saint-Georges-sur-Loire
  ["49271", 47.529, -0.745], // Saint-Clément-de-la-Place
  ["49247", 47.377, -0.686], // La Possonnière
  ["49298", 47.461, -0.695], // Saint-Léger-de-Linières
  ["49306", 47.435, -0.7], // Saint-Martin-du-Fouilloux
  ["49107", 47.484, -0.312], // Cornillé-les-Caves
  ["49201", 47.405, -0.284], // La Ménitré
  ["49029", 47.393, -0.361], // Blaison-Saint-Sulpice
  ["49110", 47.56, -0.39], // Corzé
  ["49333", 47.574, -0.356], // Seiches-sur-le-Loir
  ["49347", 47.616, -0.467], // Tiercé
  ["49194", 47.456, -0.271], // Mazé-Milon
  ["49021", 47.439, -0.215], // Beaufort-en-Anjou
  ["49063", 47.351, -0.763], // Chalonnes-sur-Loire
  ["49176", 47.629, -0.713], // Le Lion-d'Angers
  ["49026", 47.504, -0.801], // Bécon-les-Granits
  ["49080", 47.68, -0.486], // Les Hauts-d'Anjou
  ["49127", 47.671, -0.235], // Durtal
  ["49261", 47.341, -0.233], // Gennes-Val-de-Loire
  ["49018", 47.541, -0.104], // Baugé-en-Anjou
  ["49180", 47.379, -0.108], // Longué-Jumelles
  ["49125", 47.193, -0.274], // Doué-en-Anjou
  ["49092", 47.211, -0.726], // Chemillé-en-Anjou
  ["49328", 47.259, -0.078], // Saumur
  ["49331", 47.686, -0.872], // Segré-en-Anjou Bleu
  ["49099", 47.06, -0.878], // Cholet
  ["49023", 47.203, -0.991], // Beaupréau-en-Mauges
  ["49215", 47.132, -0.153], // Montreuil-Bellay
  ["72154", 47.699, -0.076], // La Flèche
  ["72264", 47.841, -0.334], // Sablé-sur-Sarthe
  ["53062", 47.828, -0.703], // Château-Gontier-sur-Mayenne
  ["44003", 47.366, -1.177], // Ancenis-Saint-Géréon
  ["53130", 48.07, -0.767], // Laval
  ["72181", 48.006, 0.2], // Le Mans
  ["44109", 47.218, -1.554], // Nantes
  ["37261", 47.394, 0.685], // Tours
];

/** A place on a plane, in kilometres: exact enough within a few hundred of them. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const kmPerDegree = 111.2;
/** The parallel that the plane is laid along: that of the Loire. */
const parallel = (47.4 * Math.PI) / 180;

/** Where a commune is, in degrees, by its INSEE code. */
export interface Centre {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Where each known commune is, by INSEE code; those of the settings go before the bundled ones. */
export function placesOf(further: readonly Centre[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [code, latitude, longitude] of centres) places.set(code, placeOf(latitude, longitude));
  for (const { code, latitude, longitude } of further) places.set(code, placeOf(latitude, longitude));
  return places;
}

function placeOf(latitude: number, longitude: number): Place {
  return { x: longitude * kmPerDegree * Math.cos(parallel), y: latitude * kmPerDegree };
}
