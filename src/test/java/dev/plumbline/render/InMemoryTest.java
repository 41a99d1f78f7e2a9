package dev.plumbline.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InMemoryTest {

  @Test
  void whatWasNotAskedForLongestGoesFirst() {
    var memory = new InMemory(10);
    memory.put("a", new byte[4]);
    memory.put("b", new byte[4]);
    assertThat(memory.get("a")).isPresent();
    memory.put("c", new byte[4]);
    assertThat(memory.get("a")).isPresent();
    assertThat(memory.get("b")).isEmpty();
    assertThat(memory.get("c")).isPresent();
  }

  @Test
  void whatIsReplacedCountsOnceAndWhatIsTooLargeIsNotKept() {
    var memory = new InMemory(10);
    memory.put("a", new byte[8]);
    memory.put("a", new byte[9]);
    assertThat(memory.get("a")).hasValueSatisfying(b -> assertThat(b).hasSize(9));
    memory.put("b", new byte[11]);
    assertThat(memory.get("b")).isEmpty();
    memory.put("c", new byte[10]);
    assertThat(memory.get("c")).isPresent();
  }
}
