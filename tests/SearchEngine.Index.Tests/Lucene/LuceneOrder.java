import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene's own BM25 over given tokens. Arguments: a file with a document a line, tokens parted by blanks; a file with a
 * query a line, "term A", "or A B" or "phrase A B". For each query prints the best hits as "document:score".
 */
public final class LuceneOrder {
  private static final int HITS = 10;

  public static void main(String[] arguments) throws Exception {
    List<String> documents = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (int number = 0; number < documents.size(); number++) {
          Document document = new Document();
          document.add(new StoredField("number", number));
          document.add(new TextField("text", documents.get(number), Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (String line : Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
          StringBuilder row = new StringBuilder();
          for (ScoreDoc hit : searcher.search(parse(line.split(" ")), HITS).scoreDocs) {
            row.append(searcher.doc(hit.doc).getField("number").numericValue()).append(':').append(hit.score).append(' ');
          }
          out.println(row.toString().trim());
        }
      }
    }
    out.flush();
  }

  private static Query parse(String[] words) {
    switch (words[0]) {
      case "term":
        return new TermQuery(new Term("text", words[1]));
      case "phrase":
        return new PhraseQuery("text", words[1], words[2]);
      default:
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (int i = 1; i < words.length; i++) {
          any.add(new TermQuery(new Term("text", words[i])), BooleanClause.Occur.SHOULD);
        }
        return any.build();
    }
  }
}
