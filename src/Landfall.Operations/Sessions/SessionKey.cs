namespace Landfall.Operations.Sessions;

/// <summary>What lets one into a session, by the names that AWS's plugin reads. It is shown to nobody.</summary>
/// <param name="SessionId">The session's id.</param>
/// <param name="StreamUrl">Where it is attached to.</param>
/// <param name="TokenValue">What lets one in.</param>
internal sealed record SessionKey(string SessionId, string StreamUrl, string TokenValue)
{
    /// <summary>Only its id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => SessionId;
}
