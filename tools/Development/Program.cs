using System.Globalization;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Development;

// Use the invariant culture everywhere: the culture of Thailand formats years in the Buddhist era.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return await CommandLine.RunAsync(args, new InventedData());
