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
        (_, null) when !facts.StackIsKnown => new Finding(Id, "It is not deployed, or half deleted.", [$"ECS has no service {facts.Service.Name}; the stack {Stack(facts)} could not be read."], "'landfall status' as somebody who may read stacks tells which."),
        (_, null) => new Finding(Id, "It is not deployed.", [$"There is no stack {Stack(facts)}, and ECS has no service {facts.Service.Name}."], $"'landfall deploy --only {facts.Service.Title}' deploys it."),
        var (_, stack) => new Finding(Id, "Its stack is there, but its service is not: it was half deleted, or never came to stand.", [$"{Stack(facts)}: {stack}", .. facts.StackReasons], "'landfall deploy' puts it right; 'landfall destroy' goes on with the deletion."),
    };

    private static string Stack(ServiceCase facts) => facts.Plan.AwsNames.Stack(facts.Service.Name);
}
