using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A container's output is kept nowhere.</summary>
internal sealed class TaskLogs() : TaskRule(new(
    "aws-ecs-no-logs", "A container's output is kept nowhere", Severity.Medium, "AWS FSBP ECS.9",
    "After an attack nobody can say what the program did.",
    "Set 'LogConfiguration'."), "LogConfiguration")
{
    /// <inheritdoc />
    protected override bool Breaks(ConfigNode? value) => value is null;
}
