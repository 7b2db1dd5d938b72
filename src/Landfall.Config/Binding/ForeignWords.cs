using Landfall.Config.Plan;

namespace Landfall.Config.Binding;

/// <summary>Words that other tools have for a value, and what it is here.</summary>
internal static class ForeignWords
{
    /// <remarks>
    /// "For services using the blue/green (CODE_DEPLOY) deployment controller, only the desired count, deployment configuration, health
    /// check grace period, task placement constraints and strategies, enable ECS managed tags option, and propagate tags can be updated
    /// using this API. If the network configuration, platform version, task definition, or load balancer need to be updated, create a
    /// new CodeDeploy deployment": Amazon ECS API Reference, UpdateService, which is what CloudFormation calls.
    /// </remarks>
    private const string CodeDeploy =
        "CloudFormation cannot change the task definition of a service that CodeDeploy deploys. Use ECS's own blueGreen, linear or canary, which shift traffic, bake and roll back by alarms alike.";

    private static readonly Dictionary<(Type Words, string Word), string> Known = new()
    {
        [(typeof(DeployStrategy), "codeDeploy")] = CodeDeploy,
        [(typeof(DeployStrategy), "CodeDeploy")] = CodeDeploy,
        [(typeof(DeployStrategy), "codedeploy")] = CodeDeploy,
        [(typeof(DeployStrategy), "CODE_DEPLOY")] = CodeDeploy,
    };

    /// <summary>The right form of another tool's word.</summary>
    /// <param name="words">The enumeration.</param>
    /// <param name="word">The word that it has not.</param>
    /// <returns>What to know of it, or null when the word is no other tool's that is known.</returns>
    public static string? Advice(Type words, string word) => Known.GetValueOrDefault((words, word));
}
