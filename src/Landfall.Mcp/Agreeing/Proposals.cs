using System.Security.Cryptography;

namespace Landfall.Mcp.Agreeing;

/// <summary>
/// The proposals that somebody is being asked about. Each can be taken once, by the call that it was made for: a model can neither use an
/// agreement again nor for something else (ADR 29).
/// </summary>
internal sealed class Proposals
{
    // Who asks for more at a time than a person can read has lost the oldest.
    private const int Most = 64;
    private const int TokenBytes = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Proposal> _open = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Keeps a proposal until its answer comes.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <returns>What its answer comes with.</returns>
    public string Add(Proposal proposal)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        lock (_lock)
        {
            _open[token] = proposal;
            _order.Enqueue(token);
            while (_order.Count > Most)
                _open.Remove(_order.Dequeue());
        }

        return token;
    }

    /// <summary>Takes the proposal that an answer is for.</summary>
    /// <param name="token">What the answer came with.</param>
    /// <param name="tool">The tool that is called.</param>
    /// <param name="arguments">What it is called with.</param>
    /// <returns>The proposal; null where there is none, or it was made for another call.</returns>
    public Proposal? Take(string? token, string tool, string arguments)
    {
        if (token is null)
            return null;
        lock (_lock)
            return _open.Remove(token, out var proposal) && proposal.Tool == tool && proposal.Arguments == arguments ? proposal : null;
    }
}
