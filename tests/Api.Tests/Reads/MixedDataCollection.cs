namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Tests that read the same data and change nothing in them.</summary>
[CollectionDefinition(nameof(MixedData))]
public sealed class MixedDataCollection : ICollectionFixture<MixedData>;
