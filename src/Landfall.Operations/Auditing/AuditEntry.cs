using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Landfall.Operations.Auditing;

/// <summary>A change that was made, as the trail keeps it. No value of a secret is ever in it.</summary>
/// <param name="Number">Its number in the trail, from 1.</param>
/// <param name="Previous">The SHA-256 of the entry before, as it was written.</param>
/// <param name="Began">When the change began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="By">Who made it: the ARN that AWS knows the caller by.</param>
/// <param name="User">Who the caller says to be: <c>ada@laptop</c>.</param>
/// <param name="Door">Where the call came in: <c>command line</c>.</param>
/// <param name="Operation">What was done: <c>deploy</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Subjects">What it was about.</param>
internal sealed record AuditEntry(
    long Number,
    string Previous,
    DateTimeOffset Began,
    DateTimeOffset Ended,
    string By,
    string User,
    string Door,
    string Operation,
    ChangeOutcome Outcome,
    IReadOnlyList<ChangedSubject> Subjects)
{
    /// <summary>What stands for the entry before the first.</summary>
    public static string NoEntry { get; } = new('0', 64);

    /// <summary>For whom a build server worked, and in which run; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ci { get; init; }

    /// <summary>The project's commit, with <c>-dirty</c> where files differ from it; null outside git.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commit { get; init; }

    /// <summary>The code of the error that it ended with; null where it was made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>What was wrong with the trail already when the entry was written; null for a sound one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Found { get; init; }

    /// <summary>The SHA-256 of an entry as it is kept, in hexadecimal.</summary>
    /// <param name="bytes">The entry.</param>
    /// <returns>64 digits.</returns>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Reads an entry.</summary>
    /// <param name="bytes">As it is kept.</param>
    /// <returns>The entry; null when the bytes are none.</returns>
    public static AuditEntry? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, OperationsJson.Default.AuditEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it as it is kept.</summary>
    /// <returns>JSON.</returns>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, OperationsJson.Default.AuditEntry);
}
