using System.ComponentModel;

namespace Landfall.Operations.Security;

/// <summary>What to scan, and when to fail.</summary>
/// <param name="Folder">The folder, or one file.</param>
/// <param name="Environment">The environment whose templates are scanned.</param>
/// <param name="FailOn">The severity from which on the scan fails.</param>
/// <param name="Sarif">A file for the findings as SARIF, or null.</param>
/// <param name="NoSynth">True to leave the project's own templates out.</param>
/// <param name="Fix">True to fix what can be fixed.</param>
/// <param name="DryRun">True to show what that would change, and change nothing.</param>
internal sealed record SecurityParameters(
    [property: Description("The folder to scan, with or without landfall.yaml in it, or one file.")] string Folder,
    [property: Description("The environment whose templates are made and scanned, where the folder has landfall.yaml; the first in the file by default.")] string? Environment,
    [property: Description("End with 1 when a finding is this severe, or more."), DefaultValue(Severity.High)] Severity FailOn,
    [property: Description("Write the findings to this file too, as SARIF 2.1.0, which code hosts show beside the code."), Traits(ParameterTraits.Path | ParameterTraits.Writes)] string? Sarif,
    [property: Description("Do not make and scan the templates of landfall.yaml.")] bool NoSynth,
    [property: Description("Fix in the files what can be fixed without choosing for you, and scan what they are then."), Traits(ParameterTraits.Writes)] bool Fix = false,
    [property: Description("With --fix: show the differences, and write nothing.")] bool DryRun = false);
