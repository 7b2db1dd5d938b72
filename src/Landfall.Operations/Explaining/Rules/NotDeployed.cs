using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>ECS has no such service.</summary>
internal sealed class NotDeployed : IHealthRule
{
    /// <inheritdoc />
    public string Id => "not-deployed";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => (facts.Status.Health, facts.Status.Stack) switch
    {
        (not ServiceHealth.Absent, _) => null,
        (_, null) => new Finding(Id, "It is not deployed.", [$"There is no stack {Stack(facts)}, and ECS has no service {facts.Service.Name}."], $"'landfall deploy --only {facts.Service.Title}' deploys it."),
        var (_, stack) => new Finding(Id, "Its stack is there, but its service is not: it was half deleted, or never came to stand.", [$"{Stack(facts)}: {stack}", .. facts.StackReasons], "'landfall deploy' puts it right; 'landfall destroy' goes on with the deletion."),
    };

    private static string Stack(ServiceCase facts) => facts.Plan.AwsNames.Stack(facts.Service.Name);
}
