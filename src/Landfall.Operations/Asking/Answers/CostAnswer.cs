using System.Globalization;
using Landfall.Operations.Cost;
using Landfall.Operations.Cost.Billed;

namespace Landfall.Operations.Asking.Answers;

/// <summary>What costs most, and what has begun to cost more.</summary>
internal sealed class CostAnswer : IAnswerer
{
    private const int Shown = 5;

    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.CostChange, Topic.CostliestService];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        var given = place.Parameters;
        var cost = await new CostOperation().RunAsync(new CostParameters(given.Folder, given.Environment, null, Actual: asked.Topic == Topic.CostChange), Agreed.ToNothing, place.Context).ConfigureAwait(false);
        return cost.Actual is { } billed ? Of(billed) : Of(cost);
    }

    /// <summary>Puts an estimate into words.</summary>
    /// <param name="cost">The estimate.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(EnvironmentCost cost)
    {
        if (cost.Parts.Count == 0)
            return AnswerText.Unknown("nothing in this environment has a price here.", "landfall cost");
        var dearest = cost.Parts[0];
        var share = cost.Month.Expected == 0 ? 0 : dearest.Month.Expected / cost.Month.Expected;
        return AnswerText.Of(
            string.Create(CultureInfo.InvariantCulture, $"{dearest.Name}: about {dearest.Month.Expected:N2} of {cost.Month.Expected:N2} USD a month ({share * 100:0} %), by list prices and as the file scales. It is an estimate; 'cost --actual' has the bill."),
            [.. cost.Parts.Take(Shown).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name}: {part.Month.Expected:N2} USD{(part.Resources.Count > 0 ? $", most of it {part.Resources[0].LogicalId}" : "")}"))],
            "landfall cost");
    }

    /// <summary>Puts a bill into words.</summary>
    /// <param name="billed">The bill.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(BilledCost billed)
    {
        if (billed.Amount == 0)
            return AnswerText.Unknown($"Cost Explorer has no cost with this environment's tags from {billed.From:yyyy-MM-dd} to {billed.To:yyyy-MM-dd}. Activate 'landfall:app' and 'landfall:environment' as cost allocation tags; it takes a day.", "landfall cost --actual");
        var services = billed.Services.Take(Shown).Select(service => string.Create(CultureInfo.InvariantCulture, $"{service.Service}: {service.Amount:N2} USD in 30 days")).ToList();
        return billed.Rise is { } rise
            ? AnswerText.Of(
                string.Create(CultureInfo.InvariantCulture, $"{rise.Service}, {rise.UsageType}: {rise.After:N2} USD a day since {rise.Since:yyyy-MM-dd}, {rise.Before:N2} before.{(rise.Deployed.Count > 0 ? $" Deployed then: {string.Join(", ", rise.Deployed)}." : "")}"),
                services,
                "landfall cost --actual",
                $"landfall history --since {rise.Since.AddDays(-1):yyyy-MM-dd}")
            : AnswerText.Of(string.Create(CultureInfo.InvariantCulture, $"Nothing: no kind of use has risen and stayed so in the last 30 days, which cost {billed.Amount:N2} USD."), services, "landfall cost --actual");
    }
}
