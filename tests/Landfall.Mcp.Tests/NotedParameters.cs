using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Mcp.Tests;

internal sealed record NotedParameters(
    [property: Description("The folder.")] string Folder,
    [property: Description("What.")] string What,
    [property: Description("How many.")] int? Count,
    [property: Description("A file."), Traits(ParameterTraits.Path)] string? File,
    [property: Description("Files."), Traits(ParameterTraits.Path)] IReadOnlyList<string> Files,
    [property: Description("Values."), Traits(ParameterTraits.Secret)] IReadOnlyDictionary<string, string> Secrets,
    [property: Description("Again."), Traits(ParameterTraits.Endless)] bool Watch);
