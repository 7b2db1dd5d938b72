using System.ComponentModel;

namespace Landfall.Mcp.Tests;

internal sealed record DryParameters(
    [property: Description("The folder.")] string Folder,
    [property: Description("What.")] string What,
    [property: Description("Show alone.")] bool DryRun);
