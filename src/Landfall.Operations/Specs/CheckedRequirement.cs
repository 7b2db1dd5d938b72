using Landfall.Operations.Specs.Judging;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs;

/// <summary>A requirement, and whether it holds.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="File">Its file, from the project's folder.</param>
/// <param name="Line">Its line.</param>
/// <param name="Kind">Its form; null where it is none.</param>
/// <param name="Outcome">Whether it holds: not checked where a check is not, or where there is none.</param>
/// <param name="Checks">Its checks.</param>
/// <param name="Tasks">How many tasks name it.</param>
internal sealed record CheckedRequirement(
    string Feature, string Id, string Title, string File, int Line, EarsKind? Kind, CheckOutcome Outcome, IReadOnlyList<CheckedClaim> Checks, int Tasks);
