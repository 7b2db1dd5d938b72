namespace Landfall.AIOps.Scaling;

/// <summary>Decides how many tasks a service should have, minute by minute.</summary>
public interface IScalingPolicy
{
    /// <summary>A short name for tables.</summary>
    string Name { get; }

    /// <summary>The tasks to ask for. A policy keeps its alarms and cooldowns between calls, so that one replay needs one policy.</summary>
    int Decide(in ScalingState state);
}
