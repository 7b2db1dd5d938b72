using System.Globalization;
using Landfall.Cli.Commands;
using Landfall.Operations.Cost;
using Landfall.Operations.Cost.Billed;
using Landfall.Operations.Cost.Sizing;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>What an environment costs, as people read it.</summary>
internal static class CostRendering
{
    private const int MostHints = 5;
    private const int MostServices = 8;

    /// <summary>Shows a line for each part.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="cost">What it costs.</param>
    public static void Brief(Screen screen, EnvironmentCost cost)
    {
        DiffCommand.Write(screen, [Heading(cost), ""]);
        screen.Data.Write(Parts(cost));
        DiffCommand.Write(screen, Rest(cost));
        screen.Talk.WriteLine("'--verbose' shows every resource, every price and what is assumed of its use.");
    }

    /// <summary>Shows everything.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="cost">What it costs.</param>
    public static void Verbose(Screen screen, EnvironmentCost cost)
    {
        DiffCommand.Write(screen, [Heading(cost), ""]);
        screen.Data.Write(Parts(cost));
        foreach (var part in cost.Parts)
        {
            DiffCommand.Write(screen,
            [
                "",
                $"{part.Name} ({part.Stack}, {part.Region})",
                .. part.Resources.SelectMany(resource => resource.Lines.Select(Line).Prepend($"  {resource.LogicalId} ({resource.Type})")),
            ]);
        }

        DiffCommand.Write(screen,
        [
            .. Rest(cost),
            "",
            "Assumed, a month, where the bill depends on use:",
            .. cost.Assumptions.Select(assumption => $"  {Number(assumption.Quantity)} {assumption.Unit}: {assumption.Of}"),
        ]);
    }

    private static string Heading(EnvironmentCost cost) =>
        $"{cost.App} {cost.Environment}: a month in US dollars, at list prices of {cost.Prices.Date}, before discounts and free allowances";

    private static Table Parts(EnvironmentCost cost)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("PART", "LOW", "EXPECTED", "HIGH", "MOSTLY");
        foreach (var column in table.Columns.Skip(1).Take(3))
            column.Alignment = Justify.Right;
        foreach (var part in cost.Parts)
            table.AddRow(Markup.Escape(part.Name), Money(part.Month.Low), Money(part.Month.Expected), Money(part.Month.High), Markup.Escape(Mostly(part)));
        return table.AddRow("total", Money(cost.Month.Low), Money(cost.Month.Expected), Money(cost.Month.High), "");
    }

    /// <summary>The thing that most of a part is spent on.</summary>
    private static string Mostly(StackCost part) =>
        part.Resources.SelectMany(resource => resource.Lines).Where(line => line.Month is not null).GroupBy(line => line.What)
            .Select(lines => (What: lines.Key, Month: lines.Sum(line => line.Month!.Expected)))
            .OrderByDescending(lines => lines.Month).ThenBy(lines => lines.What, StringComparer.Ordinal)
            .Select(lines => $"{lines.What} {Money(lines.Month)}").FirstOrDefault() ?? "";

    private static IEnumerable<string> Rest(EnvironmentCost cost)
    {
        if (cost.Actual is { } billed)
        {
            foreach (var line in Billed(billed, cost.Month.Expected).Prepend(""))
                yield return line;
        }

        foreach (var line in (cost.Advice ?? []).SelectMany(Advised))
            yield return line;
        if (cost.Compared is { } compared)
        {
            yield return "";
            yield return $"Beside {compared.Environment}, expected: {Money(cost.Month.Expected)} here, {Money(compared.Month.Expected)} there";
            foreach (var part in compared.Parts)
                yield return $"  {part.Name}: {Here(part.Here)} here, {Here(part.There)} there";
        }

        if (cost.Unknown.Count > 0)
        {
            yield return "";
            yield return "Unknown, and in no sum:";
            foreach (var unknown in cost.Unknown)
                yield return $"  {unknown.Count} × {unknown.What}";
        }

        if (cost.Hints.Count > 0)
        {
            yield return "";
            yield return "Other ways, by what is expected of a month:";
            foreach (var hint in cost.Hints.OrderByDescending(hint => hint.Saves).Take(MostHints))
                yield return $"  {(hint.Saves < 0 ? $"costs {Money(-hint.Saves)} more" : $"saves {Money(hint.Saves)}")}: {hint.Text}";
        }

        yield return "";
        yield return "What depends on use is an assumption of a small system's; low, expected and high are those of scaling alone.";
        if (cost.Prices.FromMemory.Count > 0)
            yield return $"{cost.Prices.FromMemory.Count} of the prices are from memory and unchecked: {string.Join(", ", cost.Prices.FromMemory)}.";
    }

    private static IEnumerable<string> Advised(ServiceAdvice service)
    {
        yield return "";
        yield return $"{service.Service}: {service.Text}";
        foreach (var advice in service.Advice)
        {
            yield return $"  {(advice.Saves is { } saves ? saves < 0 ? $"costs {Money(-saves)} more a month: " : $"saves {Money(saves)} a month: " : "")}{advice.Text}";
            yield return $"    Risk: {advice.Risk}";
        }
    }

    private static IEnumerable<string> Billed(BilledCost billed, decimal expected)
    {
        if (billed.Services.Count == 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Nothing was billed from {billed.From:yyyy-MM-dd} to {billed.To:yyyy-MM-dd} by the tags landfall:app and landfall:environment: it is not deployed, or they are no cost allocation tags yet, see docs/alarms.md.");
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Billed from {billed.From:yyyy-MM-dd} to {billed.To:yyyy-MM-dd}: {Money(billed.Amount)}, in a month of 730 hours {Money(billed.Month)}; {Money(expected)} expected");
        foreach (var service in billed.Services.Take(MostServices))
            yield return $"  {service.Service}: {Money(service.Amount)}";
        if (billed.Rise is { } rise)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Risen most since {rise.Since:yyyy-MM-dd}: {rise.UsageType} of {rise.Service}, from {Money(rise.Before)} to {Money(rise.After)} a day.");
            yield return rise.Deployed.Count == 0
                ? "  No stack was last deployed on that day or the day before: it is use, or a deployment since has hidden an earlier one."
                : $"  Last deployed on that day or the day before: {string.Join(", ", rise.Deployed)}.";
        }
    }

    private static string Line(CostLine line)
    {
        var quantity = line.Quantity.Low == line.Quantity.High
            ? Number(line.Quantity.Expected)
            : $"{Number(line.Quantity.Low)} – {Number(line.Quantity.Expected)} – {Number(line.Quantity.High)}";
        return line.Month is { } month
            ? $"    {line.What}: {quantity} {line.Unit}{(line.Assumed ? " (assumed)" : "")} × ${line.UnitPrice!.Value.ToString("0.############", CultureInfo.InvariantCulture)} = {Money(month.Expected)}"
            : $"    {line.What}: unknown";
    }

    private static string Here(decimal? month) => month is { } amount ? Money(amount) : "none";

    private static string Money(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);
}
