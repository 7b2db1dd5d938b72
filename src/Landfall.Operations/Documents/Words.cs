using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Plan;

namespace Landfall.Operations.Documents;

/// <summary>Values as a document says them.</summary>
internal static class Words
{
    /// <summary>A word of the file for one of a list.</summary>
    /// <param name="value">The value.</param>
    public static string Lower(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Yes or no.</summary>
    /// <param name="value">The value.</param>
    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>An amount of money.</summary>
    /// <param name="amount">The amount.</param>
    public static string Money(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>What a service is.</summary>
    /// <param name="service">The service.</param>
    public static string Kind(ServicePlan service) => service switch
    {
        WebServicePlan => "web service behind the public load balancer",
        InternalServicePlan => "internal service",
        WorkerServicePlan => "worker of a queue",
        JobServicePlan => "job on a schedule",
        LoadTestServicePlan => "load test",
        _ => "static site behind a CDN",
    };

    /// <summary>A type of CloudFormation as people say it.</summary>
    /// <param name="type">For example <c>AWS::DynamoDB::Table</c>.</param>
    /// <returns>For example <c>DynamoDB Table</c>.</returns>
    public static string Type(string type) => string.Join(' ', type.Split("::").Skip(1));

    /// <summary>A property as text.</summary>
    /// <param name="node">The property.</param>
    /// <returns>The text; null where it is left out or no text.</returns>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>One value, or each of a list.</summary>
    /// <param name="node">A property that takes either.</param>
    public static IEnumerable<JsonNode> Each(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        _ => [node],
    };
}
