/** A line of business: what its companies are called, and whom they look for. */
export interface Trade {
  readonly sector: string;
  readonly naf: string;
  /** What a company's name begins with. */
  readonly names: readonly string[];
  /** ROME codes, all of the starter list. */
  readonly occupations: readonly string[];
  readonly weight: number;
}

function trade(
  sector: string,
  naf: string,
  more: readonly [names: string, occupations: string, weight: number],
): Trade {
  const [names, occupations, weight] = more;
  return { sector, naf, names: names.split(", "), occupations: occupations.split(" "), weight };
}

/** The companies of the club, as often as they weigh. */
export const trades: readonly Trade[] = [
  trade("construction", "43.99C", ["Maçonnerie, Bâtisseurs, Constructions", "F1703 F1704 F1610", 9]),
  trade("construction", "43.34Z", ["Peintures, Plâtres et Cloisons, Menuiseries", "F1606 F1604 F1607 H2206", 8]),
  trade("construction", "43.21A", ["Électricité, Chauffage, Plomberie", "F1602 F1603", 7]),
  trade("construction", "42.11Z", ["Travaux publics, Terrassements", "F1702 F1302 F1704", 5]),
  trade("industry", "25.62B", ["Mécanique, Soudures, Ateliers", "H2909 H2913 I1304", 8]),
  trade("industry", "10.85Z", ["Conserverie, Saveurs, Plats cuisinés", "H2102 H3302 H2101", 6]),
  trade("industry", "82.92Z", ["Conditionnement, Emballages", "H3302 N1103", 4]),
  trade("logistics", "52.10B", ["Entrepôts, Logistique, Plateforme", "N1103 N1101 N1105", 8]),
  trade("logistics", "49.41A", ["Transports, Messagerie", "N4101 N4105 N1105", 8]),
  trade("logistics", "49.39A", ["Autocars, Taxis", "N4103 N4102", 3]),
  trade("retail", "47.11D", ["Supérette, Marché couvert, Épicerie", "D1505 D1507 D1106", 8]),
  trade("retail", "10.71C", ["Boulangerie, Fournil, Pâtisserie", "D1102 D1106", 7]),
  trade("retail", "47.22Z", ["Boucherie, Charcuterie, Poissonnerie", "D1101 D1105 D1106", 4]),
  trade("retail", "47.71Z", ["Boutique, Mode", "D1214 D1403", 5]),
  trade("services", "96.02A", ["Coiffure, Salon", "D1202", 3]),
  trade("hospitality", "56.10A", ["Restaurant, Table, Brasserie, Crêperie", "G1602 G1603 G1803 G1605", 11]),
  trade("hospitality", "55.10Z", ["Hôtel, Auberge", "G1501 G1703 G1803", 4]),
  trade("hospitality", "56.29A", ["Restauration collective, Cuisines", "G1603 G1602", 4]),
  trade("cleaning", "81.21Z", ["Propreté, Nettoyage, Hygiène", "K2204 K2303", 10]),
  trade("care", "88.10A", ["Aide à domicile, Services et Soins", "K1302 K1304 K1303", 8]),
  trade("care", "87.10A", ["Résidence, Maison de retraite", "J1301 J1501 G1603", 6]),
  trade("green", "81.30Z", ["Paysages, Jardins, Espaces verts", "A1203", 6]),
  trade("green", "01.13Z", ["Maraîchers, Serres, Vergers", "A1402 A1414 A1401", 5]),
  trade("services", "82.11Z", ["Bureaux, Secrétariat, Gestion", "M1602 M1607 M1606 M1203", 6]),
  trade("services", "82.20Z", ["Centre d’appels, Relation client", "D1408 D1401", 3]),
  trade("services", "80.10Z", ["Sécurité, Gardiennage", "K2503", 4]),
  trade("services", "78.20Z", ["Intérim, Agence d’emploi", "N1105 H3302 F1704 K2204", 7]),
  trade("culture", "93.29Z", ["Loisirs, Spectacles, Festival", "G1203 M1601", 4]),
  trade("public", "88.99B", ["Association, Chantier d’insertion, Ressourcerie", "K2304 A1203 K2204 K1207", 7]),
  trade("public", "84.11Z", ["Syndicat intercommunal, Régie de quartier", "I1203 K2303 M1601 G1203", 4]),
  trade("automotive", "45.20A", ["Garage, Carrosserie, Pneus", "I1604", 6]),
];
