using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.ECS;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Tasks;

namespace Landfall.Constructs.Services;

/// <summary>
/// A service whose image is released from a repository of its own runs no task and calls nobody before the first release; with
/// it, CloudFormation's conditions make it what the file says.
/// </summary>
internal static class AwaitedImage
{
    private const string Condition = "NoImage";

    /// <summary>Starts no task while there is no image.</summary>
    public static void Hold(LandfallStack stack, CfnService service)
    {
        if (IsAwaited(stack))
        {
            service.AddPropertyOverride("DesiredCount", While(stack, 0, service.DesiredCount is { } count ? count : NoValue));
        }
    }

    /// <summary>Neither demand nor the clock starts a task while there is no image.</summary>
    public static void Hold(LandfallStack stack, CfnScalableTarget target, ScalePlan scale, IReadOnlyList<(int Min, int Max)> scheduled)
    {
        if (!IsAwaited(stack))
        {
            return;
        }

        target.AddPropertyOverride("MinCapacity", While(stack, 0, scale.Min));
        target.AddPropertyOverride("MaxCapacity", While(stack, 0, scale.Max));
        foreach (var ((min, max), index) in scheduled.Select((limits, index) => (limits, index)).Where(action => action.limits.Max > 0))
        {
            target.AddPropertyOverride($"ScheduledActions.{index}.ScalableTargetAction.MinCapacity", While(stack, 0, min));
            target.AddPropertyOverride($"ScheduledActions.{index}.ScalableTargetAction.MaxCapacity", While(stack, 0, max));
        }
    }

    /// <summary>Calls nobody, and starts nothing, while there is no image.</summary>
    public static void Silence(LandfallStack stack, CfnResource alarm)
    {
        if (IsAwaited(stack))
        {
            alarm.AddPropertyOverride("ActionsEnabled", While(stack, false, true));
        }
    }

    private static readonly Dictionary<string, object> NoValue = new() { ["Ref"] = "AWS::NoValue" };

    private static bool IsAwaited(LandfallStack stack) => stack is ContainerStack { ServicePlan.Image.Released: true };

    private static Dictionary<string, object> While(LandfallStack stack, object without, object with)
    {
        if (stack.Node.TryFindChild(Condition) is null)
        {
            var image = stack.Read(new ServiceValues(((ContainerStack)stack).ServicePlan.Name).Image);
            _ = new CfnCondition(stack, Condition, new CfnConditionProps { Expression = Fn.ConditionEquals(image, AwsNames.NoImage) });
        }

        return new Dictionary<string, object> { ["Fn::If"] = new[] { Condition, without, with } };
    }
}
