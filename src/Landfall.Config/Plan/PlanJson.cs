using System.Text.Json.Serialization;

namespace Landfall.Config.Plan;

/// <summary>
/// How a plan is written, made by the compiler: the reflection of eighty types takes longer than all else that an unchanged
/// deployment does with its plan.
/// </summary>
[JsonSerializable(typeof(AppPlan))]
internal sealed partial class PlanJson : JsonSerializerContext;
