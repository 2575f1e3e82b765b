import LockOutlined from "@mui/icons-material/LockOutlined";
import Button from "@mui/material/Button";

interface BlockedButtonProps {
  readonly title: string;
  /** Id of the element that tells why. */
  readonly reason: string;
}

/** A step that cannot be taken: it can be reached by the keyboard all the same, so that its reason is heard. */
export function BlockedButton({ title, reason }: BlockedButtonProps) {
  return (
    <Button
      size="small"
      startIcon={<LockOutlined />}
      aria-disabled
      aria-describedby={reason}
      disableRipple
      sx={{ color: "text.secondary", cursor: "not-allowed", "&:hover": { backgroundColor: "transparent" } }}
    >
      {title}
    </Button>
  );
}
