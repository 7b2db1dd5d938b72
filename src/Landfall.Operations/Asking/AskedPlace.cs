using Landfall.Config.Plan;

namespace Landfall.Operations.Asking;

/// <summary>Of what a question is, and who asks it.</summary>
/// <param name="Plan">The environment.</param>
/// <param name="Parameters">As it was asked.</param>
/// <param name="Context">Who asks.</param>
internal sealed record AskedPlace(AppPlan Plan, AskParameters Parameters, OperationContext Context)
{
    /// <summary>The time.</summary>
    public DateTimeOffset Now => Context.Time.GetUtcNow();
}
