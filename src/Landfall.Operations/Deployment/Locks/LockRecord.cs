using System.Globalization;
using System.Text.Json;

namespace Landfall.Operations.Deployment.Locks;

/// <summary>Who works on an environment. This is what the lock's parameter holds, as JSON.</summary>
/// <param name="Id">The holder's own mark: a lock with another one is somebody else's.</param>
/// <param name="Folder">The mark of the folder that the holder works in.</param>
/// <param name="User">Who it is.</param>
/// <param name="Host">On which machine.</param>
/// <param name="Process">In which process.</param>
/// <param name="Operation">What it does, for example <c>deploy</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Expires">When the lock means nothing any more unless it is renewed.</param>
internal sealed record LockRecord(
    string Id, string Folder, string User, string Host, int Process, string Operation, DateTimeOffset Since, DateTimeOffset Expires)
{
    /// <summary>Reads a parameter's value.</summary>
    /// <param name="text">The value.</param>
    /// <returns>The record; null when the text is none, which nobody can hold.</returns>
    public static LockRecord? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, OperationsJson.Default.LockRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a parameter's value.</summary>
    /// <returns>JSON.</returns>
    public string Write() => JsonSerializer.Serialize(this, OperationsJson.Default.LockRecord);

    /// <summary>Says who holds the lock and for how long.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Part of a sentence.</returns>
    public string Describe(DateTimeOffset now)
    {
        var minutes = Math.Max(0, (int)(now - Since).TotalMinutes).ToString(CultureInfo.InvariantCulture);
        var since = Since.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return $"{User} on {Host} (process {Process.ToString(CultureInfo.InvariantCulture)}): '{Operation}' since {since}, {minutes} min ago";
    }
}
