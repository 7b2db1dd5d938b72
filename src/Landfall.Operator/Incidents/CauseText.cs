using System.Globalization;

namespace Landfall.Operator.Incidents;

/// <summary>What is thought to be an incident's cause, in words.</summary>
internal static class CauseText
{
    /// <summary>Says it in one line.</summary>
    /// <param name="file">The incident.</param>
    /// <returns>What a closer look at the likely node found; else what the order of events suggests; null where nothing does.</returns>
    public static string? Of(CaseFile file)
    {
        var node = NodeOf(file);
        var looked = file.Notes.Investigations.FirstOrDefault(one => one.Node == node && one.Findings.Count > 0) ?? file.Notes.Investigations.FirstOrDefault(one => one.Findings.Count > 0);
        return looked is not null ? $"{looked.Node}: {looked.Findings[0].Cause}" : file.Incident.Cause?.Text;
    }

    /// <summary>How sure that is, in words.</summary>
    /// <param name="file">The incident.</param>
    /// <returns>A sentence without its end.</returns>
    public static string Certainty(CaseFile file) => file.Incident.Cause switch
    {
        null => "nothing suggests a cause",
        { Analyzed: true } cause => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(cause.Confidence * 100)} % by what happened at its nodes and before it"),
        var cause => string.Create(CultureInfo.InvariantCulture, $"a guess by the order of events ({Math.Round(cause.Confidence * 100)} %)"),
    };

    private static string? NodeOf(CaseFile file) => file.Incident.Cause?.Node ?? file.Notes.Report?.Candidates.FirstOrDefault()?.Node;
}
