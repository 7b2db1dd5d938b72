using System.Globalization;
using Landfall.Aws.Storage;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Auditing;

/// <summary>Keeps an environment's trail in its account: the entries in a bucket, the head in a parameter (ADR 25).</summary>
internal sealed class AccountTrailStore : ITrailStore, IDisposable
{
    private const string Ending = ".json";

    private readonly AwsNames _names;
    private readonly WriteOnceBucket _entries;
    private readonly ParameterStore _parameters;

    /// <summary>Opens the trail of an environment, which need not be there.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    public AccountTrailStore(AwsTarget target, AppPlan plan)
    {
        _names = plan.AwsNames;
        _entries = new WriteOnceBucket(target.Session, AwsNames.AuditBucket(target.Account, target.Region), target.Account);
        _parameters = new ParameterStore(target.Session);
    }

    /// <inheritdoc />
    public Task<bool> TryAddAsync(long number, byte[] entry, CancellationToken stop) => _entries.TryAddAsync(KeyOf(number), entry, stop);

    /// <inheritdoc />
    public Task<byte[]?> FindAsync(long number, CancellationToken stop) => _entries.FindAsync(KeyOf(number), stop);

    /// <inheritdoc />
    public async Task<IReadOnlyList<long>> ListAsync(CancellationToken stop) =>
    [
        .. from key in await _entries.ListAsync(_names.AuditPrefix, stop).ConfigureAwait(false)
           let number = NumberOf(key)
           where number is not null
           orderby number
           select number.Value,
    ];

    /// <inheritdoc />
    public Task<string?> FindHeadAsync(CancellationToken stop) => _parameters.FindAsync(_names.AuditHead, stop);

    /// <inheritdoc />
    public Task<bool> TryCreateHeadAsync(string head, CancellationToken stop) => _parameters.TryCreateAsync(_names.AuditHead, head, stop);

    /// <inheritdoc />
    public Task ReplaceHeadAsync(string head, CancellationToken stop) => _parameters.ReplaceAsync(_names.AuditHead, head, stop);

    /// <inheritdoc />
    public void Dispose()
    {
        _entries.Dispose();
        _parameters.Dispose();
    }

    /// <summary>Ten digits, so that S3 lists the entries in their order.</summary>
    private string KeyOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{_names.AuditPrefix}{number:0000000000}{Ending}");

    private long? NumberOf(string key) =>
        key.EndsWith(Ending, StringComparison.Ordinal)
        && long.TryParse(key[_names.AuditPrefix.Length..^Ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
