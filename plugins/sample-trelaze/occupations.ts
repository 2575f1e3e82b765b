import type { JsonObject } from "../../server/plugin-api/index.ts";

/** What an office like this meets most, written for the product; the whole directory is imported from ROME. */
export interface Occupation {
  readonly code: string;
  readonly label: string;
  readonly appellations: readonly string[];
  readonly skills: readonly string[];
  readonly close: readonly string[];
}

/** ROME code | label | titles | skills | close codes. */
const starterList = `
A1203 | Entretien des espaces verts | Jardinier / Jardinière, Agent / Agente d’entretien des espaces verts, Ouvrier / Ouvrière paysagiste | Tonte, Taille de haies, Débroussaillage, Plantation | A1414 K2303 A1402
A1401 | Aide en arboriculture et viticulture | Cueilleur / Cueilleuse de fruits, Vendangeur / Vendangeuse, Ouvrier / Ouvrière viticole | Récolte manuelle, Taille de la vigne, Travail en extérieur | A1402 A1414
A1402 | Aide en cultures légumières | Ouvrier / Ouvrière maraîcher, Aide agricole | Récolte manuelle, Semis, Conditionnement de légumes | A1401 A1414
A1414 | Horticulture et maraîchage | Horticulteur / Horticultrice, Maraîcher / Maraîchère, Ouvrier / Ouvrière en pépinière | Semis, Rempotage, Arrosage, Conduite de serre | A1203 A1402
D1101 | Boucherie | Boucher / Bouchère, Aide-boucher / Aide-bouchère | Découpe de viande, Hygiène alimentaire, Conseil au client | H2101 D1106 D1105
D1102 | Boulangerie et viennoiserie | Boulanger / Boulangère, Aide-boulanger / Aide-boulangère | Pétrissage, Façonnage, Cuisson du pain, Hygiène alimentaire | H2102 D1106
D1105 | Poissonnerie | Poissonnier / Poissonnière, Écailler / Écaillère | Préparation du poisson, Hygiène alimentaire, Tenue d’un étal | D1101 D1106
D1106 | Vente en alimentation | Vendeur / Vendeuse en boulangerie, Employé / Employée de magasin d’alimentation | Conseil au client, Encaissement, Mise en rayon, Hygiène alimentaire | D1505 D1507 D1214
D1202 | Coiffure | Coiffeur / Coiffeuse | Coupe, Coloration, Accueil du client | D1214 M1601
D1214 | Vente d’habillement | Vendeur / Vendeuse en prêt-à-porter, Conseiller / Conseillère de vente | Conseil au client, Encaissement, Présentation des articles | D1106 D1505 D1403
D1401 | Assistance commerciale | Assistant / Assistante commerciale, Employé / Employée administration des ventes | Devis, Suivi des commandes, Tableur, Relation client | M1602 M1607 D1408
D1403 | Vente auprès de particuliers | Conseiller / Conseillère clientèle, Vendeur / Vendeuse à domicile | Prospection, Négociation, Relation client | D1408 D1214
D1408 | Téléconseil et télévente | Téléconseiller / Téléconseillère, Télévendeur / Télévendeuse | Appels téléphoniques, Relation client, Saisie informatique | D1403 M1601
D1505 | Caisse | Hôte / Hôtesse de caisse, Employé / Employée libre-service caisse | Encaissement, Accueil du client, Contrôle de caisse | D1507 D1106 M1601
D1507 | Mise en rayon | Employé / Employée de rayon, Employé / Employée libre-service | Mise en rayon, Réception des marchandises, Rotation des produits | D1505 N1103 N1105
F1302 | Conduite d’engins de chantier | Conducteur / Conductrice de pelle, Conducteur / Conductrice d’engins | CACES engins de chantier, Terrassement, Entretien des engins | F1702 N1101
F1602 | Électricité du bâtiment | Électricien / Électricienne, Aide-électricien / Aide-électricienne | Pose de câbles, Raccordement, Habilitation électrique | F1603 I1203
F1603 | Plomberie et chauffage | Plombier / Plombière, Chauffagiste | Soudure cuivre, Pose de sanitaires, Dépannage | F1602 I1203
F1604 | Montage de cloisons et d’agencements | Plaquiste, Poseur / Poseuse de cuisines | Pose de plaques, Isolation, Lecture de plan | F1607 F1606
F1606 | Peinture en bâtiment | Peintre en bâtiment, Aide-peintre | Préparation des supports, Pose de papier peint, Enduits, Travail en hauteur | F1604 F1703
F1607 | Pose de menuiseries | Poseur / Poseuse de fenêtres, Menuisier / Menuisière d’intérieur | Pose de fenêtres, Réglages, Lecture de plan | F1604 H2206
F1610 | Couverture | Couvreur / Couvreuse, Couvreur ardoisier / Couvreuse ardoisière | Pose d’ardoises, Zinguerie, Travail en hauteur | F1703 F1607
F1702 | Construction de routes | Ouvrier / Ouvrière des travaux publics, Poseur / Poseuse de bordures | Pose de bordures, Enrobés, Signalisation de chantier | F1704 F1302
F1703 | Maçonnerie | Maçon / Maçonne, Maçon coffreur / Maçonne coffreuse | Montage de murs, Coffrage, Mortier, Lecture de plan | F1704 F1610
F1704 | Aide de chantier | Manœuvre du bâtiment, Aide-maçon / Aide-maçonne | Manutention, Approvisionnement du chantier, Démolition | F1703 F1702 N1105
I1203 | Entretien de bâtiments | Agent / Agente de maintenance, Gardien / Gardienne d’immeuble | Petites réparations, Peinture, Plomberie de base, Relevés | F1602 F1603 K2204
I1604 | Mécanique automobile | Mécanicien / Mécanicienne automobile, Monteur / Monteuse de pneus | Vidange, Freinage, Diagnostic de panne | H2909 I1304
H2101 | Découpe des viandes | Opérateur / Opératrice de découpe, Désosseur / Désosseuse | Découpe de viande, Port de charges, Hygiène alimentaire | D1101 H2102
H2102 | Production alimentaire | Conducteur / Conductrice de ligne alimentaire, Agent / Agente de fabrication alimentaire | Conduite de ligne, Hygiène alimentaire, Contrôle de qualité | H3302 H2101
H2206 | Menuiserie | Menuisier / Menuisière, Ébéniste | Usinage du bois, Assemblage, Lecture de plan | F1607 H2909
H2909 | Montage mécanique | Monteur / Monteuse mécanique, Opérateur / Opératrice de montage | Assemblage, Lecture de plan, Contrôle de qualité | H3302 H2913
H2913 | Soudage | Soudeur / Soudeuse, Soudeur / Soudeuse TIG | Soudage TIG, Soudage semi-automatique, Lecture de plan | H2909 F1603
H3302 | Assemblage, tri et emballage | Agent / Agente de conditionnement, Opérateur / Opératrice de tri | Conditionnement, Tri, Cadence, Contrôle de qualité | H2102 N1103 K2304
I1304 | Maintenance industrielle | Technicien / Technicienne de maintenance | Dépannage, Électromécanique, Maintenance préventive | H2909 I1203
K2304 | Tri et recyclage | Agent / Agente de tri, Valoriste | Tri, Démontage, Port de charges | H3302 K2303
G1203 | Animation auprès d’enfants | Animateur / Animatrice périscolaire, Animateur / Animatrice de loisirs | BAFA, Animation d’activités, Sécurité des enfants | K1303 K1207
G1501 | Entretien des chambres | Femme de chambre / Valet de chambre, Employé / Employée d’étage | Nettoyage des chambres, Gestion du linge, Rapidité | K2204 K1304
G1602 | Cuisine | Cuisinier / Cuisinière, Commis / Commise de cuisine | Préparation des plats, Hygiène alimentaire, Dressage | G1603 G1605
G1603 | Restauration polyvalente | Employé / Employée polyvalente de restauration, Agent / Agente de restauration collective | Service en salle, Préparations froides, Hygiène alimentaire, Plonge | G1602 G1605 G1803
G1605 | Plonge | Plongeur / Plongeuse, Aide de cuisine | Plonge, Entretien de la cuisine, Port de charges | G1603 K2204
G1703 | Réception en hôtellerie | Réceptionniste, Réceptionniste de nuit | Accueil du client, Anglais, Réservations | M1601 G1803
G1803 | Service en restauration | Serveur / Serveuse, Commis / Commise de salle | Service en salle, Prise de commande, Encaissement | G1603 G1703
J1301 | Services hospitaliers | Agent / Agente des services hospitaliers | Bionettoyage, Distribution des repas, Travail en équipe | K2204 J1501
J1501 | Soins d’hygiène et de confort | Aide-soignant / Aide-soignante | Toilette, Relation avec les patients, Travail en équipe | K1302 J1301
K1207 | Intervention socioéducative | Moniteur éducateur / Monitrice éducatrice, Médiateur / Médiatrice | Écoute, Accompagnement de groupes, Médiation | G1203 K1303
K1302 | Aide aux personnes âgées ou handicapées | Auxiliaire de vie, Aide à domicile | Aide à la toilette, Préparation des repas, Écoute | K1304 J1501
K1303 | Garde d’enfants | Assistant maternel / Assistante maternelle, Garde d’enfants à domicile | Soins aux enfants, Activités d’éveil, Sécurité des enfants | G1203 K1304
K1304 | Ménage à domicile | Aide ménager / Aide ménagère, Employé / Employée de maison | Ménage, Repassage, Discrétion | K2204 K1302
K2204 | Nettoyage de locaux | Agent / Agente d’entretien, Agent / Agente de propreté | Nettoyage des sols, Autolaveuse, Produits d’entretien | K1304 G1501 J1301
K2303 | Propreté urbaine | Agent / Agente de propreté urbaine, Ripeur / Ripeuse | Balayage, Collecte des déchets, Port de charges | K2204 K2304
K2503 | Sécurité et surveillance | Agent / Agente de sécurité, Rondier / Rondière | Carte professionnelle, Contrôle des accès, Rédaction de rapports | M1601 I1203
M1203 | Comptabilité | Comptable, Assistant / Assistante comptable | Saisie comptable, Tableur, Rapprochements | M1602 M1606
M1601 | Accueil | Agent / Agente d’accueil, Standardiste | Accueil du public, Standard téléphonique, Bureautique | M1602 D1505 G1703
M1602 | Travaux administratifs | Agent / Agente administrative, Employé / Employée de bureau | Bureautique, Classement, Saisie informatique | M1607 M1606 M1601
M1606 | Saisie de données | Opérateur / Opératrice de saisie | Saisie informatique, Tableur, Rigueur | M1602 M1203
M1607 | Secrétariat | Secrétaire, Secrétaire administratif / Secrétaire administrative | Bureautique, Rédaction, Agenda | M1602 M1601
N1101 | Conduite de chariots | Cariste | CACES chariots, Chargement, Stockage | N1103 N1105
N1103 | Préparation de commandes | Préparateur / Préparatrice de commandes, Magasinier / Magasinière | Préparation de commandes, Inventaire, Emballage | N1101 N1105 D1507
N1105 | Manutention | Manutentionnaire, Agent / Agente de quai, Déménageur / Déménageuse | Port de charges, Chargement, Tri de colis | N1103 N1101 F1704
N4101 | Conduite de poids lourds | Conducteur routier / Conductrice routière | Permis CE, FIMO, Règles de transport | N4105 N4103
N4103 | Conduite de bus et de cars | Conducteur / Conductrice de bus, Conducteur / Conductrice scolaire | Permis D, Accueil des voyageurs, Ponctualité | N4102 N4105
N4102 | Transport de personnes | Chauffeur / Chauffeuse de taxi, Chauffeur accompagnateur / Chauffeuse accompagnatrice | Permis B, Accompagnement de personnes, Ponctualité | N4103 N4105
N4105 | Livraison | Chauffeur-livreur / Chauffeuse-livreuse, Coursier / Coursière | Permis B, Tournées, Relation client | N4102 N1105
`;

/** The starter list, in the order in which it is written. */
export const occupations: readonly Occupation[] = starterList
  .trim()
  .split("\n")
  .map((line) => {
    const [code = "", label = "", titles = "", skills = "", close = ""] = line.split(" | ");
    return { code, label, appellations: titles.split(", "), skills: skills.split(", "), close: close.split(" ") };
  });

/** The occupations as records. */
export function occupationRecords(): readonly JsonObject[] {
  return occupations.map((each) => ({ ...each }));
}

/** @throws RangeError for a code that the starter list has not. */
export function occupationOf(code: string): Occupation {
  const found = occupations.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`The starter list has no occupation ${code}`);
  return found;
}
