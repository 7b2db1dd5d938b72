namespace Landfall.Aws.Sessions;

/// <summary>A session that waits for somebody to attach to it. Whoever has it can, so it is shown to nobody.</summary>
/// <param name="SessionId">Its id.</param>
/// <param name="StreamUrl">Where it is attached to.</param>
/// <param name="TokenValue">What lets one in.</param>
public sealed record StartedSession(string SessionId, string StreamUrl, string TokenValue)
{
    /// <summary>Only its id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => SessionId;
}
