using System.ComponentModel;

namespace Landfall.Operations.Logs;

/// <summary>Which lines to read.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Services">Only these services; empty for all of the environment.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Follow">True to go on with what comes.</param>
/// <param name="Since">From when on: a duration or a time; null for the default.</param>
/// <param name="Filter">What a line must have in it; null for every line.</param>
/// <param name="Previous">True for the tasks that ended last, in place of all.</param>
/// <param name="Errors">True for errors alone.</param>
/// <param name="Summary">True for a summary of the errors in place of lines.</param>
internal sealed record LogsParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Services)] IReadOnlyList<string> Services,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Go on with what is written, until interrupted."), Traits(ParameterTraits.Endless)] bool Follow,
    [property: Description("From when on: 10m, 2h, 3d, or a time such as 2026-03-01T12:00Z; 1h by default, 24h for a summary, 10s where it is followed.")] string? Since,
    [property: Description("Only lines with this text in them, whatever its case; between slashes it is a regular expression.")] string? Filter,
    [property: Description("Only the last task of each service that has ended: why it did is often in its last lines.")] bool Previous,
    [property: Description("Only errors: by the level of a JSON line, or by the words of another.")] bool Errors,
    [property: Description("Sum the errors up: the commonest, the worst hour, and what is new since the last change of its service.")] bool Summary);
