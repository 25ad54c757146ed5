const firstQuery = `# The development plan of an office, with its projects and their money.
# Ctrl-Enter runs it. The docs are behind the book at the left.
query FirstLook {
  developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) {
    title
    office { name }
    projects(first: 3, order: [{ statedBudget: DESC }]) {
      totalCount
      budget { planned }
      nodes {
        name
        statedBudget
        budget { planned quarters { quarter planned } }
        owners { name position }
      }
    }
  }
}
`;

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: firstQuery,
    defaultEditorToolsVisibility: true,
  }),
);
