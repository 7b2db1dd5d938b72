namespace Landfall.Operations.Tuning;

/// <summary>What measurements say of a service.</summary>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Text">What it uses, or what is lacking to say so, in a sentence.</param>
/// <param name="Keys">The keys to change; none where they are right, or where too little was measured.</param>
internal sealed record TunedService(string Service, string Text, IReadOnlyList<TunedKey> Keys);
