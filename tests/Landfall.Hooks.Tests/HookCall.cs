using System.Text;
using System.Text.Json.Nodes;
using Landfall.Hooks.Aws;
using Landfall.Hooks.Probes;
using Landfall.Hooks.Rollouts;
using Landfall.Hooks.Runtime;
using Landfall.Hooks.Tasks;

namespace Landfall.Hooks.Tests;

/// <summary>Calls the function as Lambda does, with an AWS on this machine.</summary>
internal static class HookCall
{
    /// <summary>Calls it.</summary>
    /// <param name="http">Asks AWS.</param>
    /// <param name="aws">AWS's address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="payload">What ECS hands over.</param>
    /// <param name="variables">Variables besides those that every function has.</param>
    /// <returns>The answer, and what was logged.</returns>
    public static async Task<(JsonNode Answer, string Log)> RunAsync(HttpClient http, string aws, TimeProvider time, string payload, params (string Name, string Value)[] variables)
    {
        var values = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "eu-west-1",
            ["AWS_ACCESS_KEY_ID"] = "AKID",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_ENDPOINT_URL"] = aws,
            ["LOAD_BALANCER"] = "app/lb/1",
            ["TEST_URL"] = "https://shop.example.com:9443",
            ["URL"] = "https://shop.example.com",
        };
        foreach (var (name, value) in variables)
            values[name] = value;
        var settings = FunctionSettings.From(values.GetValueOrDefault);
        var client = new AwsClient(http, settings, time);
        var addresses = new LoadBalancerAddresses(client);
        var invocation = new HookInvocation(settings, addresses, new ProbeFunction(client, settings), new TaskCheck(settings, addresses, new TaskApi(client, settings), time), time);
        using var log = new StringWriter();
        var answer = await invocation.AnswerAsync(Encoding.UTF8.GetBytes(payload), log, TestContext.Current.CancellationToken);
        return (JsonNode.Parse(answer)!, log.ToString());
    }
}
