using System.Globalization;
using Landfall.Aws.Scaling;

namespace Landfall.Operations.Operating;

/// <summary>A number of tasks in words.</summary>
internal static class TaskWords
{
    /// <summary>For example <c>1 task</c>.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The words.</returns>
    public static string Of(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} task{(count == 1 ? "" : "s")}");

    /// <summary>For example <c>3 tasks, scaling from 2 to 10</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="limits">The limits; null where there are none.</param>
    /// <returns>The words.</returns>
    public static string Of(int count, ScalingLimits? limits) =>
        limits is null ? Of(count) : string.Create(CultureInfo.InvariantCulture, $"{Of(count)}, {(limits.Suspended ? "not scaling" : $"scaling from {limits.Least} to {limits.Most}")}");
}
