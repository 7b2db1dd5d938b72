using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A container has the host's rights.</summary>
internal sealed class TaskPrivileged() : TaskRule(new(
    "aws-ecs-privileged", "A container has the host's rights", Severity.High, "AWS FSBP ECS.4",
    "Who breaks into it has the host.",
    "Remove 'Privileged: true'."), "Privileged")
{
    /// <inheritdoc />
    protected override bool Breaks(ConfigNode? value) => NodeReading.IsTrue(value);
}
