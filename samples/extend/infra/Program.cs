using Landfall.Constructs.Hosting;
using Ledger.Infra;

// 'landfall synth' and 'landfall deploy' start this with the resolved plan; the arguments are theirs.
return LandfallHost.Run(args, (plan, options) => new LedgerApp(plan, options));
