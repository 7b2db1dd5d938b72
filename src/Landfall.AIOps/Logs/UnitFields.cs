using System.Collections.Frozen;

namespace Landfall.AIOps.Logs;

/// <summary>Units of size after a number. They change with the number, so they are values once they have.</summary>
internal static class UnitFields
{
    private static readonly FrozenSet<string> Units = FrozenSet.Create(
        StringComparer.Ordinal, "B", "KB", "MB", "GB", "TB", "kB", "KiB", "MiB", "GiB", "TiB");

    public static void Mark(List<TemplateField> fields)
    {
        for (var i = 2; i < fields.Count; i++)
        {
            if (fields[i].Slots.Length > 0 || !fields[i - 1].Space || !fields[i - 2].Value || !Units.Contains(fields[i].Text!))
                continue;
            fields[i] = new TemplateField($"{LineMask.SoftMarker}", [new ParameterSlot(fields[i].Text, LogParameterKind.Unit, soft: true)]);
        }
    }
}
