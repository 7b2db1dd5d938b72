using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>An EFS file system: encrypted, with automatic backups. It has no settings.</summary>
internal sealed record FileSystemModel : Section;
