using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Constructs.Hosting;

/// <summary>
/// Refuses what a user's own host may synthesise, but what no command would find again: an environment is the stacks of
/// one account and one region that carry its name and its tags, and the one stack that CloudFront has in its own region.
/// </summary>
internal static class AssemblyCheck
{
    /// <summary>Checks a cloud assembly.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="folder">The assembly's folder.</param>
    /// <exception cref="LandfallException">A stack is not the environment's.</exception>
    public static void Check(AppPlan plan, string folder)
    {
        var artifacts = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["artifacts"]!.AsObject();
        foreach (var (id, artifact) in artifacts)
        {
            var reason = (string?)artifact!["type"] switch
            {
                "cdk:cloud-assembly" => "is a stage, which is not deployed. Make its stacks children of the app",
                "aws:cloudformation:stack" => Reason(plan, id, artifact),
                _ => null,
            };
            if (reason is not null)
            {
                throw new LandfallException(ErrorCodes.StackOutsideEnvironment, $"'{id}' {reason}.");
            }
        }
    }

    private static string? Reason(AppPlan plan, string id, JsonNode stack)
    {
        var properties = stack["properties"]!;
        var name = (string?)properties["stackName"] ?? id;
        var region = StackNames.Elsewhere(plan).GetValueOrDefault(name, plan.Region);
        var home = new[] { $"aws://{plan.Account ?? "unknown-account"}/{region}", $"aws://unknown-account/{region}", "aws://unknown-account/unknown-region" };
        if (properties["tags"]?["landfall:app"] is null)
        {
            return "is a stack inside another construct. Make it a child of the app, so that 'destroy' finds it";
        }

        if (!name.StartsWith($"{plan.Prefix}-", StringComparison.Ordinal) && plan.Pipeline is null)
        {
            return $"would be a stack named '{name}', which every environment would share. Derive it from LandfallStack, or begin its id with '{plan.Prefix}-': $\"{{Plan.Prefix}}-{id}\"";
        }

        return home.Contains((string?)stack["environment"])
            ? null
            : $"is a stack of {(string?)stack["environment"]}, but '{plan.Environment}' is in {home[0]}. Leave out its 'Env'; another region or account is another environment";
    }
}
