namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>The measured queries as clients of the service write them.</summary>
internal static class LoadDocuments
{
    public const string ProjectsOfOffice = """
        query ProjectsOfOffice($office: String!) {
          projects(where: { plan: { office: { code: { eq: $office } } } }, first: 50, order: [{ number: ASC }]) {
            nodes {
              id number name nature status statedBudget
              activities { id number name budget { quarters { quarter planned disbursed } } }
            }
          }
        }
        """;

    public const string ProjectsByName = """
        query ProjectsByName($word: String!, $after: String) {
          projects(where: { name: { contains: $word } }, first: 20, after: $after, order: [{ name: ASC }]) {
            nodes { id number name status }
            totalCount
            pageInfo { hasNextPage }
          }
        }
        """;

    /// <summary>The first page, to get its last row and its cursor.</summary>
    public const string FirstByName = """
        query FirstByName($word: String!) {
          projects(where: { name: { contains: $word } }, first: 20, order: [{ name: ASC }]) {
            nodes { id name }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string IndicatorsOfOffice = """
        query IndicatorsOfOffice($office: String!, $year: Int!) {
          office(code: $office) {
            strategicPlan(fiscalYear: $year) {
              strategies {
                number name
                indicators { id number name unit targets { fiscalYear target result status achievement } }
              }
            }
          }
        }
        """;

    public const string BudgetsByProvince = """
        query BudgetsByProvince($year: Int!) {
          budgetSummary(fiscalYear: $year, groupBy: PROVINCE) {
            key label projectCount
            budget { planned revised committed disbursed available disbursementRate }
          }
        }
        """;

    public const string OneProject = """
        query OneProject($id: ID!) {
          node(id: $id) { ... on Project { number name status statedBudget budget { planned disbursed available } } }
        }
        """;

    public const string AllIndicators = """
        query AllIndicators($year: Int!, $after: String) {
          indicators(first: 500, after: $after) {
            nodes { id number name unit target(fiscalYear: $year) { target result status achievement } strategy { number } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;
}
