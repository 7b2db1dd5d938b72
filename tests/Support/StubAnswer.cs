using System.Text;

namespace Landfall.Tests;

/// <summary>An answer that <see cref="HttpStub"/> gives.</summary>
internal sealed record StubAnswer(int Status, byte[] Body)
{
    public StubAnswer(int status, string body)
        : this(status, Encoding.UTF8.GetBytes(body))
    {
    }

    /// <summary>The kind of an error, which the REST-JSON protocol has in a header.</summary>
    public string? Error { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>True to close the connection in place of an answer.</summary>
    public bool BreaksOff { get; init; }
}
