using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>How a site is built.</summary>
internal sealed record SiteBuildModel : Section
{
    [Key("Command for the shell, run in the site's folder.", Verbatim = true, Required = true)]
    public string? Command { get; init; }

    [Key("Folder with the finished files, relative to the site's folder.")]
    public string Output { get; init; } = ".";
}
