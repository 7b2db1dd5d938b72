namespace Landfall.AIOps.Logs;

/// <summary>One field of a saved template.</summary>
/// <param name="Text">The masked text, or null for an open field.</param>
/// <param name="Prefix">How the words of an open field start.</param>
/// <param name="Slots">The values in it.</param>
public sealed record LogFieldState(string? Text, string Prefix, IReadOnlyList<LogSlotState> Slots)
{
    internal static LogFieldState Of(TemplateField field) =>
        new(field.Text, field.Prefix, [.. field.Slots.Select(s => new LogSlotState(s.Kinds, s.Soft, s.First, s.Varied))]);

    internal TemplateField ToField() =>
        new(Text, [.. Slots.Select(s => new ParameterSlot(s.Kinds, s.Soft, s.First, s.Varied))], Prefix);
}
