namespace Landfall.AIOps.Logs;

/// <summary>One template of a saved miner.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Count">How many lines it had.</param>
/// <param name="LastUse">The number of the last line that had it.</param>
/// <param name="Fields">Its fields in order.</param>
public sealed record LogTemplateState(long Id, long Count, long LastUse, IReadOnlyList<LogFieldState> Fields)
{
    internal static LogTemplateState Of(MinedTemplate template) =>
        new(template.Id, template.Count, template.LastUse, [.. template.Fields.Select(LogFieldState.Of)]);

    internal MinedTemplate ToTemplate() =>
        new(Id, [.. Fields.Select(f => f.ToField())]) { Count = Count, LastUse = LastUse };
}
