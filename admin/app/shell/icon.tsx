import AccountTreeOutlinedIcon from "@mui/icons-material/AccountTreeOutlined";
import AddIcon from "@mui/icons-material/Add";
import ApartmentOutlinedIcon from "@mui/icons-material/ApartmentOutlined";
import ArticleOutlinedIcon from "@mui/icons-material/ArticleOutlined";
import AssignmentOutlinedIcon from "@mui/icons-material/AssignmentOutlined";
import BarChartOutlinedIcon from "@mui/icons-material/BarChartOutlined";
import BusinessOutlinedIcon from "@mui/icons-material/BusinessOutlined";
import CalendarMonthOutlinedIcon from "@mui/icons-material/CalendarMonthOutlined";
import CampaignOutlinedIcon from "@mui/icons-material/CampaignOutlined";
import CategoryIcon from "@mui/icons-material/CategoryOutlined";
import ChatBubbleOutlineOutlinedIcon from "@mui/icons-material/ChatBubbleOutlineOutlined";
import CheckCircleOutlineOutlinedIcon from "@mui/icons-material/CheckCircleOutlineOutlined";
import DescriptionOutlinedIcon from "@mui/icons-material/DescriptionOutlined";
import EventAvailableOutlinedIcon from "@mui/icons-material/EventAvailableOutlined";
import EventOutlinedIcon from "@mui/icons-material/EventOutlined";
import FolderOutlinedIcon from "@mui/icons-material/FolderOutlined";
import ForkRightIcon from "@mui/icons-material/ForkRight";
import ForumOutlinedIcon from "@mui/icons-material/ForumOutlined";
import GroupsOutlinedIcon from "@mui/icons-material/GroupsOutlined";
import HandshakeOutlinedIcon from "@mui/icons-material/HandshakeOutlined";
import HomeOutlinedIcon from "@mui/icons-material/HomeOutlined";
import HubOutlinedIcon from "@mui/icons-material/HubOutlined";
import Inventory2OutlinedIcon from "@mui/icons-material/Inventory2Outlined";
import LocalLibraryOutlinedIcon from "@mui/icons-material/LocalLibraryOutlined";
import MailOutlinedIcon from "@mui/icons-material/MailOutlined";
import MeetingRoomOutlinedIcon from "@mui/icons-material/MeetingRoomOutlined";
import MenuBookOutlinedIcon from "@mui/icons-material/MenuBookOutlined";
import OutlinedFlagIcon from "@mui/icons-material/OutlinedFlag";
import PeopleOutlinedIcon from "@mui/icons-material/PeopleOutlined";
import PersonOutlinedIcon from "@mui/icons-material/PersonOutlined";
import PhoneOutlinedIcon from "@mui/icons-material/PhoneOutlined";
import PlaceOutlinedIcon from "@mui/icons-material/PlaceOutlined";
import RouteOutlinedIcon from "@mui/icons-material/RouteOutlined";
import SchoolOutlinedIcon from "@mui/icons-material/SchoolOutlined";
import SearchOutlinedIcon from "@mui/icons-material/SearchOutlined";
import SendOutlinedIcon from "@mui/icons-material/SendOutlined";
import SettingsOutlinedIcon from "@mui/icons-material/SettingsOutlined";
import StarOutlinedIcon from "@mui/icons-material/StarOutlined";
import SwapHorizOutlinedIcon from "@mui/icons-material/SwapHorizOutlined";
import SyncAltIcon from "@mui/icons-material/SyncAlt";
import TaskAltOutlinedIcon from "@mui/icons-material/TaskAltOutlined";
import TodayOutlinedIcon from "@mui/icons-material/TodayOutlined";
import VerifiedOutlinedIcon from "@mui/icons-material/VerifiedOutlined";
import WorkOutlineOutlinedIcon from "@mui/icons-material/WorkOutlineOutlined";
import type { SvgIconProps } from "@mui/material/SvgIcon";
import type { ElementType } from "react";

/** The pictures that definitions may name, by their name in Material Icons. */
const icons: { readonly [name: string]: ElementType<SvgIconProps> } = {
  AccountTree: AccountTreeOutlinedIcon,
  Add: AddIcon,
  Apartment: ApartmentOutlinedIcon,
  Article: ArticleOutlinedIcon,
  Assignment: AssignmentOutlinedIcon,
  BarChart: BarChartOutlinedIcon,
  Book: MenuBookOutlinedIcon,
  Business: BusinessOutlinedIcon,
  CalendarMonth: CalendarMonthOutlinedIcon,
  Campaign: CampaignOutlinedIcon,
  Chat: ChatBubbleOutlineOutlinedIcon,
  CheckCircle: CheckCircleOutlineOutlinedIcon,
  Description: DescriptionOutlinedIcon,
  Event: EventOutlinedIcon,
  EventAvailable: EventAvailableOutlinedIcon,
  Flag: OutlinedFlagIcon,
  Folder: FolderOutlinedIcon,
  ForkRight: ForkRightIcon,
  Forum: ForumOutlinedIcon,
  Groups: GroupsOutlinedIcon,
  Handshake: HandshakeOutlinedIcon,
  Home: HomeOutlinedIcon,
  Hub: HubOutlinedIcon,
  Inventory: Inventory2OutlinedIcon,
  LocalLibrary: LocalLibraryOutlinedIcon,
  Mail: MailOutlinedIcon,
  MeetingRoom: MeetingRoomOutlinedIcon,
  People: PeopleOutlinedIcon,
  Person: PersonOutlinedIcon,
  Phone: PhoneOutlinedIcon,
  Place: PlaceOutlinedIcon,
  Route: RouteOutlinedIcon,
  School: SchoolOutlinedIcon,
  Search: SearchOutlinedIcon,
  Send: SendOutlinedIcon,
  Settings: SettingsOutlinedIcon,
  Star: StarOutlinedIcon,
  SwapHoriz: SwapHorizOutlinedIcon,
  SyncAlt: SyncAltIcon,
  TaskAlt: TaskAltOutlinedIcon,
  Today: TodayOutlinedIcon,
  Verified: VerifiedOutlinedIcon,
  Work: WorkOutlineOutlinedIcon,
  WorkOutline: WorkOutlineOutlinedIcon,
};

/** The picture of that name; a neutral one for a name that nobody knows. Always beside a word, so hidden from screen readers. */
export function Icon({ name, ...rest }: { readonly name: string } & SvgIconProps) {
  const Picture = icons[name] ?? CategoryIcon;
  return <Picture aria-hidden fontSize="small" {...rest} />;
}
