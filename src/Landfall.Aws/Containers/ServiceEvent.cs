namespace Landfall.Aws.Containers;

/// <summary>What ECS has noted of a service.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Time">When it was.</param>
/// <param name="Message">ECS's words, for example <c>(service api) has reached a steady state.</c></param>
public sealed record ServiceEvent(string Id, DateTimeOffset Time, string Message);
