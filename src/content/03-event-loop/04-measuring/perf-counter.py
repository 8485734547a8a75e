import time

start = time.perf_counter()
time.sleep(1.5)  # do something
end = time.perf_counter() - start

print(f"Program finished in {end:0.2f} seconds.")
