using System.Text.Json.Serialization;

namespace Landfall.Operations.Sleep;

/// <summary>Something that is paid for by the hour, whether tasks run or not.</summary>
/// <param name="What">What it is, and how many of it: "2 NAT gateways".</param>
/// <param name="DollarsPerMonth">List price of a month; null where it depends on what the price list does not have.</param>
internal sealed record StandingCost(
    string What, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? DollarsPerMonth);
