using System.Globalization;
using Landfall.Operations.Restoring;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Shows what data can be restored from, and what was restored.</summary>
internal static class RestoreRendering
{
    public static void Render(Screen screen, RestorePoints points, DateTimeOffset now)
    {
        if (points is { Earliest: { } earliest, Latest: { } latest })
            screen.Talk.WriteLine($"{points.Name} can be restored to any moment from {Time(earliest)} to {Time(latest)}: 'landfall data restore {points.Name} --at TIME'.");
        else if (points.Points.Count == 0)
            screen.Talk.WriteLine($"There is nothing that {points.Name} could be restored from.");
        if (points.Points.Count > 0)
        {
            var table = new Table().Border(TableBorder.None).AddColumns(points.Kind == "table" ? "backup" : "snapshot", "taken", "made by", "state", "size");
            foreach (var point in points.Points)
            {
                table.AddRow(
                    new Text(point.Id),
                    new Text(point.Taken is { } taken ? $"{Ago.Of(taken, now)} ago" : ""),
                    new Text(point.Type),
                    new Text(point.Status),
                    new Text(point.Gib is { } gib ? string.Create(CultureInfo.InvariantCulture, $"{gib:0.###} GiB") : ""));
            }

            screen.Data.Write(table);
        }

        if (points.Copies.Count > 0)
        {
            screen.Talk.WriteLine($"Restored of {points.Name}, and paid for until 'landfall data discard {points.Name} COPY' removes it:");
            foreach (var copy in points.Copies)
                screen.Data.Profile.Out.Writer.WriteLine($"{copy.Name}  from {copy.From}  {copy.State}{(copy.Host is null ? "" : $"  {copy.Host}:{copy.Port}")}");
        }
    }

    public static void Render(Screen screen, DataRestored restored)
    {
        var copy = restored.Copy;
        if (restored.Note is { } note)
            screen.Talk.WriteLine(note);
        if (restored.DryRun)
        {
            screen.Talk.WriteLine(restored.Cost is { } cost
                ? $"{restored.Name} would be restored from {copy.From} as {copy.Name}, beside {restored.Name}, which stays as it is. The copy would cost {cost}. Nothing was done: this was a dry run."
                : $"{copy.Name} is '{copy.State}'. Nothing was done: this was a dry run.");
            return;
        }

        screen.Talk.WriteLine($"{copy.Name} holds {restored.Name} as it was ({copy.From}), and answers.");
        if (copy.Host is not null)
        {
            screen.Talk.WriteLine($"  address   {copy.Host}:{copy.Port}");
            screen.Talk.WriteLine($"  password  {copy.Secret}");
        }

        screen.Talk.WriteLine($"Services go on with {restored.Name}, which is as it was: look at the copy and take over what is missing, see docs/restore.md.");
        screen.Talk.WriteLine($"'landfall data discard {restored.Name} {copy.Name}' removes the copy, which is protected from deletion until then, and costs.");
    }

    private static string Time(DateTimeOffset time) => FormattableString.Invariant($"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
