namespace Landfall.Mcp.Tests;

internal sealed record Noted(string What, bool DryRun = false);
