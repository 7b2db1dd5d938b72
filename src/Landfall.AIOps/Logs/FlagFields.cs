using System.Collections.Frozen;

namespace Landfall.AIOps.Logs;

/// <summary>Truth values and null after a key, as in <c>retry=true</c>: values once they have varied.</summary>
internal static class FlagFields
{
    private static readonly FrozenSet<string> Flags = FrozenSet.Create(
        StringComparer.Ordinal, "true", "false", "True", "False", "TRUE", "FALSE", "null", "nil", "None", "yes", "no", "YES", "NO");

    public static void Mark(List<TemplateField> fields)
    {
        for (var i = 1; i < fields.Count; i++)
        {
            if (Flags.Contains(fields[i].Text ?? "") && FollowsKey(fields, i))
                fields[i] = new TemplateField($"{LineMask.SoftMarker}", [new ParameterSlot(fields[i].Text, LogParameterKind.Flag, soft: true)]);
        }
    }

    private static bool FollowsKey(List<TemplateField> fields, int i) =>
        fields[i - 1].Text is "=" or ":" || (i > 1 && fields[i - 1].Space && fields[i - 2].Text is "=" or ":");
}
