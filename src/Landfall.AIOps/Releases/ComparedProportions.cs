namespace Landfall.AIOps.Releases;

/// <summary>
/// Evidence that a share is larger in the new version than in the old one, interval by interval. For an interval with n and m
/// requests, and shares q and p that were guessed from earlier intervals, the factor is the likelihood of what was seen under
/// q and p over that under their common mean (n·q + m·p) / (n + m). Its expectation is at most 1 for every common share, even
/// one that is another in each interval, so that the product is an e-process (Turner, Ly and Grünwald, Generic E-variables
/// for exact sequential k-sample tests, 2024). Several guesses of how much worse the new version is stand side by side;
/// their mean is an e-process again.
/// </summary>
/// <param name="threshold">The logarithm of the evidence that is enough.</param>
internal sealed class ComparedProportions(double threshold)
{
    // How many times as often.
    private static readonly double[] Ratios = [1.5, 2, 3, 5, 10, 30];

    // Large traffic proves any difference. Nobody rolls back for less than a quarter as many again, nor for less than a tenth
    // of a percentage point, even where that is many times as often as almost never.
    private const double LeastRatio = 1.25;
    private const double LeastIncrease = 0.001;

    // Before anything is seen: half a failure in fifty requests, which the first hundreds of requests outweigh.
    private const double FailuresAssumed = 0.5;
    private const double RequestsAssumed = 50;

    // One interval may be a burst of one client: it takes at least two to call a version worse. Less evidence is still evidence.
    private readonly double _mostOfAnInterval = 0.5 * threshold;

    private readonly double[] _logs = new double[Ratios.Length];
    private double _failures;
    private double _requests;
    private double _newFailures;
    private double _newRequests;

    /// <summary>Whether there is enough evidence that the share is larger, and it is so by enough to matter.</summary>
    public bool IsWorse => Evidence >= 1 && _newFailures / _newRequests >= Math.Max(_failures / _requests * LeastRatio, _failures / _requests + LeastIncrease);

    /// <summary>The logarithm of the evidence over that of what is enough: 1 or more when it is.</summary>
    public double Evidence { get; private set; }

    /// <summary>Takes in an interval.</summary>
    /// <param name="newFailures">How often it happened in the new version.</param>
    /// <param name="newRequests">Of how many.</param>
    /// <param name="oldFailures">How often it happened in the old version.</param>
    /// <param name="oldRequests">Of how many.</param>
    public void Add(double newFailures, double newRequests, double oldFailures, double oldRequests)
    {
        if (newRequests > 0 && oldRequests > 0)
        {
            var usual = (_failures + FailuresAssumed) / (_requests + RequestsAssumed);
            for (var i = 0; i < Ratios.Length; i++)
            {
                var worse = Math.Min(Math.Max(usual * Ratios[i], usual + LeastIncrease), 0.5 * (1 + usual));
                var common = (newRequests * worse + oldRequests * usual) / (newRequests + oldRequests);
                var factor = Log(newFailures, newRequests, worse, common) + Log(oldFailures, oldRequests, usual, common);
                _logs[i] += Math.Min(factor, _mostOfAnInterval);
            }
        }

        (_failures, _requests) = (_failures + oldFailures, _requests + oldRequests);
        (_newFailures, _newRequests) = (_newFailures + newFailures, _newRequests + newRequests);
        var most = _logs.Max();
        Evidence = (most + Math.Log(_logs.Average(log => Math.Exp(log - most)))) / threshold;
    }

    private static double Log(double failures, double requests, double share, double common) =>
        failures * Math.Log(share / common) + (requests - failures) * Math.Log((1 - share) / (1 - common));
}
