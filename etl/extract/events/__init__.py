"""What happened, was announced or denied: the families of strikes, diplomacy and other events."""
